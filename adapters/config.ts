/** The environment, read here and nowhere else. */
export function environment(): Readonly<Record<string, string | undefined>> {
  // biome-ignore lint/style/noProcessEnv: the one place
  return process.env;
}
