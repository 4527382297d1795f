/**
 * Menus of bars that stay in sight hang in the bar itself. Hung in the page they move with it when it
 * scrolls, are put back a moment later, and a click that began on one ends beside it.
 */

/** The classes of those bars; a bar that begins to stay in sight belongs here. */
const bars = ".shell-header, .report-toolbar, .audit-filters, .review-bar";

/** Where the menu of this element is drawn: its bar, or the page. */
export function popupContainer(opener?: HTMLElement): HTMLElement {
  return opener?.closest<HTMLElement>(bars) ?? document.body;
}
