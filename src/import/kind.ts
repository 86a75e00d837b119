import type { Model } from "../catalog/schema.ts";

type Kind = Model["kind"];

/** What names give away, whatever the modalities say. Order counts: a reranker may be called an embedding reranker. */
const BY_NAME: readonly (readonly [RegExp, Kind])[] = [
  [/rerank|colbert/i, "rerank"],
  [
    /embed|retrieval|mpnet|mini-?lm|msmarco|paraphrase|clip-vit|text2vec|(?:^|[/-])ada-v2|(?:^|[/-])uae-|(?:^|[/-])(?:bge|gte|e5|voyage)-|nomic-/i,
    "embedding",
  ],
  [
    /moderation|(?:llama|shield|safe|qwen\d)-?guard|guard-\d|safeguard|shieldgemma|nemoguard|content-safety/i,
    "moderation",
  ],
  [/whisper|transcri|(?:^|[/-])(?:tts|stt)|-(?:tts|stt|asr)|melotts|speech-|chirp|playai|orpheus|parakeet/i, "speech"],
  [/cosyvoice|sensevoice|realtime|livetranslate|-live(?:-|$)|-sonic(?:-|$)|voice|deepgram\/|lyria/i, "speech"],
  [/(?:^|[/-])(?:veo|sora|kling|seedance|wan\d[\d.]*-(?:t2v|i2v)|hailuo|vidu|cogvideo|runway|luma)/i, "video"],
  [
    /-image(?:-|$)|dall-e|imagen|(?:^|[/-])flux|stable-diffusion|seedream|seededit|cogview|ideogram|recraft|wanx/i,
    "image",
  ],
  [/ocr(?:-|$|\d)/i, "ocr"],
];

/** The kind that a model's id tells, if it tells any. */
export function kindByName(id: string): Kind | undefined {
  return BY_NAME.find(([pattern]) => pattern.test(id))?.[1];
}

/** The kind that follows from what a model takes and gives. */
export function kindByModalities(input: readonly string[], output: readonly string[]): Kind {
  if (output.includes("image")) return "image";
  if (output.length > 0 && !output.includes("text")) return output.includes("video") ? "video" : "speech";
  return input.length > 0 && input.every((kind) => kind === "audio") ? "speech" : "text";
}
