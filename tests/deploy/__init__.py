"""What stands between the atlas and its visitors."""
