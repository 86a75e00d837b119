/**
 * What Slack takes, as far as the adapter uses it. Where the documents disagree the smaller figure stands here.
 * Lengths are UTF-16 units, which are never fewer than the characters that Slack counts.
 */

/** Top-level text: complete in itself, and short of the 4,000 that Slack advises. */
export const TEXT = 3500;
export const BLOCKS_IN_MESSAGE = 50;
export const BLOCKS_IN_VIEW = 100;
/** Slack refuses a message at about 13,200 characters over all blocks, which no document says. */
export const TEXT_IN_BLOCKS = 11_800;

export const SECTION_TEXT = 3000;
export const FIELDS_IN_SECTION = 10;
export const HEADER_TEXT = 150;
export const CONTEXT_TEXT = 2000;

export const ELEMENTS_IN_ACTIONS = 25;
export const BUTTON_TEXT = 75;
export const BUTTON_VALUE = 2000;
export const ID = 255;

export const TABLE_ROWS = 101;
export const TABLE_COLUMNS = 20;
export const TABLE_TEXT = 10_000;
export const TABLE_PAGE = 10;

export const CHART_TITLE = 50;
export const CHART_SERIES = 6;
export const CHART_CATEGORIES = 20;
export const CHART_LABEL = 20;

export const MODAL_TITLE = 24;
export const MODAL_BUTTON = 24;
export const INPUT_LABEL = 2000;
export const INPUT_HINT = 2000;
export const PLACEHOLDER = 150;
export const INPUT_TEXT = 3000;
export const OPTIONS = 100;
export const OPTION_TEXT = 75;
export const OPTION_VALUE = 75;
export const PRIVATE_METADATA = 3000;
export const SUGGESTED_PROMPTS = 4;

/** Uses of one `response_url`, within half an hour. */
export const RESPONSE_URL_USES = 5;

/** What the adapter chooses for itself within those limits. */
export const VISIBLE_BUTTONS = 5;
export const CHOICES = 10;
/** More bars are a ranking, which a table shows better. */
export const COMPARED = 6;
export const ROWS_IN_SECTION = 5;
export const ROWS_IN_TEXT = 10;
