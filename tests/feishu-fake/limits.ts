/** The fake's own limits, from notes on the platform; the section stands behind each. */

/** Body of a request that sends a card (5). */
export const CARD_BODY_BYTES = 30 * 1024;
/** Body of a request that sends text (5). */
export const TEXT_BODY_BYTES = 150 * 1024;
/** Elements of a card, nested ones and texts included (5). */
export const ELEMENTS = 200;
/** Levels of components (5). */
export const DEPTH = 5;
/** Documented are five tables; the fourth has been refused in the field (5). */
export const TABLES = 3;
export const TABLE_COLUMNS = 50;
export const PAGE_SIZE = 10;
export const INPUT_LENGTH = 1000;
export const ELEMENT_ID = /^[a-zA-Z]\w{0,19}$/;
export const CHARTS = 5;
/** Characters of a `uuid`, and for how long it posts once (5). */
export const UUID = 50;
export const UUID_MS = 3_600_000;
/** Messages a second to one chat, and changes a second of one message (5). */
export const PER_SECOND = 5;
/** Bytes of an image (5). */
export const IMAGE_BYTES = 10 * 1024 * 1024;
/** Slash commands of an app, and what they may be called (4). */
export const COMMANDS = 100;
export const COMMAND_NAME = /^[a-z0-9][a-z0-9_-]*$/;
/** The app's id, without which the SDK's long connection silently does nothing (2). */
export const APP_ID = /^cli_[0-9a-fA-F]{16}$/;
