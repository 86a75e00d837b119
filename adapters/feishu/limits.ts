/** What Feishu takes, as far as the adapter uses it; where reports disagree the smaller figure stands here. */

/** Feishu refuses a message of more than 30 KB; styled text may grow on its way, so less is sent. */
export const CARD_BYTES = 25_000;
/** The same card as a string in the JSON of a request, where every quote takes a second byte. */
export const BODY_BYTES = 29_000;
/** Feishu counts to 200, nested texts included. */
export const ELEMENTS = 180;
/** Documented are five; cards with four have been refused. */
export const TABLES = 3;
export const TABLE_COLUMNS = 50;
export const TABLE_PAGE = 10;
export const INPUT_LENGTH = 1000;
export const TEXT_BYTES = 100_000;

/** What the adapter chooses for itself within those limits, in UTF-16 units unless said otherwise. */
export const TITLE = 300;
export const SUMMARY = 200;
export const CELL = 160;
export const LABEL = 75;
export const TOAST = 300;
export const CHART_POINTS = 40;
export const VISIBLE_BUTTONS = 5;
export const CHOICES = 10;
export const ROWS_IN_TEXT = 20;

/**
 * What is older is not answered: a message, or a request's timestamp. Feishu redelivers for up to 7.1 hours, and what
 * came in is known for longer than this (`CLAIM_KEPT_MS`), so nothing that passes can be a forgotten repeat.
 */
export const FRESH_MS = 8 * 3_600_000;

/** Feishu waits three seconds for an acknowledgement. */
export const ANSWER_WITHIN_MS = 2_500;
/** A second send with the same `uuid` within the hour posts nothing. */
export const SAME_UUID_MS = 55 * 60_000;
/** To one chat, shared with every other bot in it. */
export const SENDS_A_SECOND = 5;
export const CALL_TIMEOUT_MS = 10_000;
export const REQUEST_BYTES = 1_000_000;
export const REQUEST_WITHIN_MS = 5_000;
