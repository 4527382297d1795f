/** How a page says for whom it speaks: one browser has one session for all of its windows, and the next person may have signed in elsewhere. */

/** Header with the account id (`GET /api/me`: id) of the person whom the page believes signed in; programs may leave it out. */
export const personHeader = "zhibao-user";

/** `code` of the problem that answers when another person is signed in by now. */
export const otherPerson = "other-person";
