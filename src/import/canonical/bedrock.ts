const REGION_AND_VENDOR_REVISION = /-v\d+(:\d+)?$/;
const COLON_TAIL = /(-1)?:\d+(:[a-z0-9]+)?$/;
const CLAUDE_2 = /^claude-v(\d):(\d)$/;
const MINOR = /-v0:(\d)$/;
/** Names at Bedrock whose "-v2" tells two models apart. */
const VERSIONED = /^(titan-embed|embed|rerank|nemotron|claude-v|claude-instant|stable|sd3|command-text|command-light)/;

/** A name at Bedrock without the revision of the endpoint: "nova-pro-v1:0" → "nova-pro". */
export function withoutRevision(name: string): string {
  const plain = name.replace(CLAUDE_2, "claude-$1.$2").replace(MINOR, "-v0.$1");
  return (VERSIONED.test(plain) ? plain : plain.replace(REGION_AND_VENDOR_REVISION, "")).replace(COLON_TAIL, "");
}
