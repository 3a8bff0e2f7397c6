/** Run for its effect: it adds a global name. */
export {};
