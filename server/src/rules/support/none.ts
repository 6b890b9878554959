/** What most searches find, without making a list anew each time. */
export const none: readonly never[] = [];
