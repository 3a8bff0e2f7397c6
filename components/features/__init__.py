"""The pages of the atlas, one package a feature; imports core and server, never outputs or app."""
