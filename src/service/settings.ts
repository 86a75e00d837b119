import type { Incoming } from "../ports/core.ts";
import type { Settings } from "../ports/records.ts";
import type { Change, Store } from "../ports/store.ts";
import type { Defaults } from "../query/defaults.ts";

export type Scope = Settings["scope"];
/** What each scope has set, nearest first. */
export type InForce = Record<Scope, Defaults>;

/** The id under which a scope of a request is stored. */
export function idOf({ address: { tenant, channel }, sender }: Incoming, scope: Scope): string {
  return { user: sender.user, channel, workspace: tenant }[scope];
}

/** All that is set where a request comes from. */
export async function inForce(store: Store, incoming: Incoming): Promise<InForce> {
  const read = async (scope: Scope) =>
    defaultsOf(await store.settings.get(incoming.address.tenant, scope, idOf(incoming, scope)));
  const [user, channel, workspace] = await Promise.all([read("user"), read("channel"), read("workspace")]);
  return { user, channel, workspace };
}

/** What holds for a person: their own settings before the channel's before the workspace's. */
export const forAsker = ({ user, channel, workspace }: InForce): Defaults => ({ ...workspace, ...channel, ...user });

/** What holds for everybody in a channel. */
export const forChannel = ({ channel, workspace }: InForce): Defaults => ({ ...workspace, ...channel });

function defaultsOf(record: Settings | undefined): Defaults {
  if (!record) return {};
  const { language, currency, per, blend, filters } = record;
  return {
    ...(language && { language }),
    ...(currency && { currency }),
    ...(per && { per }),
    ...(blend && { blend }),
    ...(filters?.query.filters && { filters: filters.query.filters }),
  };
}

/** A change of what a scope has set: all of it where `whole`, else what is named beside what stands. */
export function setting(incoming: Incoming, scope: Scope, set: Defaults, whole = false): Change<Settings> {
  return (old) => {
    const { language, currency, per, blend, filters }: Defaults = whole ? set : { ...defaultsOf(old), ...set };
    return {
      tenant: incoming.address.tenant,
      scope,
      id: idOf(incoming, scope),
      ...(language && { language }),
      ...(currency && { currency }),
      ...(per && { per }),
      ...(blend && { blend }),
      ...(filters && { filters: { version: 1 as const, query: { intent: "list", language: "en", filters } } }),
      ...(old?.greeted && { greeted: old.greeted }),
    };
  };
}

/** Notes that a channel was greeted. */
export function greeting(incoming: Incoming, occasion: string): Change<Settings> {
  return (old) => ({
    ...(old ?? { tenant: incoming.address.tenant, scope: "channel", id: idOf(incoming, "channel") }),
    greeted: { ...old?.greeted, [occasion]: old?.greeted?.[occasion] ?? incoming.id },
  });
}
