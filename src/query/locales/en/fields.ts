/** What is asked of a model, English. A key is `kind:value`, phrases are parted by `|`; hyphens count as spaces. */
export const FIELDS_EN = {
  "side:input":
    "input|input token|input side|prompt token|input price|input cost|input rate|input pricing|price of input|cost of input|input token price|prompt price|prompt cost|tokens in|inp",
  "side:output":
    "output|output token|output side|completion|completion token|output price|output cost|output rate|output pricing|price of output|cost of output|output token price|generation price|generated token|tokens out|outp|completion price",
  "side:cache_read":
    "cache read|cached input|cached read|cached token|cached prompt|cache hit|cache hit price|cache read price|cached input price|cached price|cache price|cached input token|cache hit rate price|cache reading|cached tokens price|price of cached input|cached rate|cached in",
  "side:cache_write":
    "cache write|cache writing|cache creation|write cache|cache write price|writing cache|write to cache|cache storage|cache write cost|writing to cache|writing to the cache|write to the cache",
  "side:batch": "batch price|batch rate|batch cost|batch pricing|batched price|batch discount|batch tier",
  "side:audio_price":
    "audio price|audio input price|audio token price|audio cost|audio rate|price for audio|audio pricing|audio in price|price of audio|audio tokens",
  "side:both":
    "neither input nor output|neither output nor input|neither side|neither price|neither in nor out|both sides|on both sides|both input and output|both directions|in and out both|input and output both|both prices|in and out|in & out|in/out|in / out|input/output|input / output|i/o|input and output|input & output|inputs and outputs|in n out|in + out|in+out|input + output|both in and out|either side|input as well as output",
  "io:input": "in",
  "io:output": "out",
  "part:input":
    "prompts|prompt|question|request body|doc|document|each question|input context|context in|read|reads|in each",
  "part:system":
    "system prompt|sys prompt|system message|system instructions|user message|user prompt|user input|user turn|user question|history|chat history|instructions|retrieved context|retrieved chunks|rag context|tool definitions|few shot examples|few shot|fresh|new content|new text|new input|variable part|dynamic part",
  "part:output":
    "answer|reply|response|replies|answers|summary|generated|writes|write|generates|produces|spits out|back|returned|comes back|completions back",
  "part:cached":
    "cache|cached|from cache|cache hits|cache hit|hit the cache|hits the cache|hitting the cache|hitting cache|in cache|are cached|is cached|being cached|served from cache|cache hit rate|cache hit ratio|hit rate|cache rate|cache ratio hit|out of cache|read from cache|cacheable|caching|hit cache|cached reads|cached prefix",
  "part:audio": "audio|of audio|recording|voice|speech|podcast|call recording|audio input",
  "dim:context":
    "context|ctx|context window|context length|context size|window|window size|context limit|cntx|token window|input limit|max context|maximum context|max ctx|max input|max input tokens|context windows|how much context|context space|ctx window|ctx length|max context length|maximum context window|context len",
  "dim:max_output":
    "write in one go|write in one shot|write at once|output in one go|answer in one go|in one go|in a single reply|in one reply|single reply|reply length|say in one go|generate in one go|in one response|how long can one reply|how long can a reply|how long can its answers|how long an answer|how long can replies|how much can it write|how long can it write|max output|max output token|maximum output|max out|output limit|output length|output cap|output window|max completion|max completion token|maximum output token|max response|output token limit|output size|max generation|completion limit|max tokens out|max_tokens|max_output_tokens|output ceiling|response length|response limit|longest answer|single output|max output length|how long can it answer|output max|completion length|max reply|max tokens",
  "dim:released":
    "release date|released|release|launch date|launched|launch|came out|come out|comes out|coming out|announced on|shipped|ship date|released on|dropped on|date of release|release day|went live|how old is",
  "dim:knowledge":
    "knowledge cutoff|knowledge cut off|cutoff|cut off|cutoff date|knowledge|training cutoff|training cut off|training data cutoff|trained until|training data|knowledge date|trained up to|data cutoff|knowledge until|training date",
  "dim:price":
    "price|pricing|rate|tariff|list price|unit price|prices|token price|tokens price|api price|token pricing|api pricing|price tag|going rate|token cost|api cost|token rates|fee|price point",
  "dim:cost": "cost|costs|bill|spend|expense|total|total cost|monthly bill|invoice|costing|spending|damage",
  "dim:tiers":
    "tiers|tiered pricing|price tiers|tiered|pricing tiers|long context pricing|long context price|long context rate|long context tier|context tiers|tier pricing|long prompt pricing|surcharge for long prompts|long context surcharge",
  "dim:name":
    "names only|just names|just the names|only names|only the names|model names|names|name only|just name|ids only|just ids|no prices|without prices|id only",
  "dim:status":
    "status|still available|still alive|still supported|available|deprecated yet|retired yet|still up|still sold|still offered|still around|being retired|end of life|eol|sunset date|shutdown date|deprecation date|still there|still live|being deprecated|dead yet|discontinued yet",
  "dim:providers":
    "carry|carries|stocks|who carry|who serves|who hosts|who sells|who offers|who has|served by|hosted by|which host|which hosts|which provider has|where can i get|where can i run|where is it hosted|where to run|place to run|places to run|place to get|where can i buy|who runs|who provides|hosted anywhere|available on|available from|where's|where is|where do i get|cheapest place|which providers serve|which providers have|who carries|who else serves|where can i use|place to use",
  "dim:cache_ratio":
    "cache discount|cache ratio|cached to input ratio|discount on cached input|caching discount|cache read discount|cache read to input|cache read as a share of input|cache saving|cache savings|cached discount|discount for cached input|discount for cache hits|cache read relative to input|cached input relative to input|discount for caching|cached input discount|cache to input ratio|relative cache discount",
  "ability:vision":
    "vision|image input|images|image|image understanding|multimodal|multi modal|see images|read images|can see|visual|picture|pictures|photo|photos|screenshots|screenshot|vlm|accepts images|takes images|image support|vision capable|vision enabled|sees images|image in|look at images|understands images|handles images|read screenshots|image capable|image inputs|pics|pic|vision input|vision support|charts|ocr|scans|looks at pictures",
  "ability:audio":
    "audio|audio input|voice input|speech input|hear|listens|listen to audio|hears audio|audio in|audio understanding|speech|understands audio|takes audio|accepts audio|voice|sound",
  "ability:video":
    "video|video input|videos|watch videos|understands video|takes video|accepts video|video understanding|video in|clips|video capable",
  "ability:pdf":
    "pdf|pdfs|pdf input|read pdfs|reads pdfs|pdf support|takes pdfs|accepts pdfs|pdf files|native pdf|pdf in",
  "ability:image_output":
    "image output|image generation|generate images|generates images|draws|draw|image gen|make images|makes images|creates images|create images|can draw|produces images|image generating|images out|outputs images|output images|picture generation|image out",
  "ability:audio_output":
    "audio output|speech output|speak|speaks|voice output|talks|generates audio|audio out|outputs audio|talk back|output audio|can talk",
  "ability:tools":
    "tool|tools|tool calling|tool calls|tool call|tool use|function calling|function calls|functions|function call|fn calling|toolcalling|tool usage|function|tool support|calls tools|call tools|uses tools|use tools|agentic tool use|tool capable|fc",
  "ability:reasoning":
    "reasoning|reasoner|thinking|thinks|think|reason|chain of thought|cot|thinking mode|extended thinking|reasoning model|reasoning capable|reasons",
  "ability:structured_output":
    "structured output|structured outputs|json mode|json schema|json output|structured|response format|response_format|structured json|constrained output|schema output|structured o/p|strict json|json",
  "ability:cache":
    "prompt caching|context caching|cache support|supports caching|prompt cache|with caching|caching support|supports cache|implicit caching|offers caching|with cache|has caching|has cache|cache available|context cache",
  "ability:batch":
    "have batch pricing|has batch pricing|offer batch pricing|with batch pricing|with a batch discount|have a batch discount|batch discounts|batch api|batch support|supports batch|batch mode|batch processing|batch endpoint|has batch|with batch|offers batch|batch available",
  "ability:embedding": "embedding|embeddings|embedder|embed|embedding model|text embedding|vector model",
  "batch:":
    "batch|batched|in batch|via batch|batch jobs|through batch|through the batch api|via the batch api|using batch|using the batch api|with the batch api|on batch|batch inference|with batch api|on the batch api|batch job|overnight batch",
  "open:yes":
    "open weights|open weight|open source|open sourced|opensource|oss|open model|open models|openweight|openweights|self hostable|downloadable weights|weights available|weights open|public weights|open|downloadable|open license|open licence",
  "open:no": "closed|closed source|proprietary|closed weights|closed weight|non open",
  "free:":
    "free|for free|zero cost|free of charge|no cost|gratis|costs nothing|free ones|free models|freebies|zero price|free tier|zero priced|for nothing|free one",
  "freeAny:":
    "free ones count|free ones too|free included|including free|include free|free ones count too|free is fine|free is ok|free models count|free also|incl free|free allowed|free ones are fine|free counts|free ones included|including free ones|include free ones|including free models|include the free ones|free ok|free or paid|paid or free|with free ones|even free|even free ones|count free ones|count the free ones|free counts too|include free models|incl. free|free welcome",
  "freeNo:":
    "paid|paid only|paid ones|only paid|nonfree|non free|non zero|nonzero|excluding free|no free|no freebies|not free|skip free|ignore free|without free|leave out free|drop the free|except free|exclude free|actually charges",
} as const;
