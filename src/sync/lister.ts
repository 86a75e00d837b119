/** The source that lists what every provider has: what it no longer lists is gone, what it changes has changed. */
export const LISTER = "models-dev";
