/** What narrows, orders and bounds, English. */
export const FILTERS_EN = {
  "cmp:under":
    "is under|is below|are under|are below|falls below|is less than|goes under|and under|and below|but under|but below|cost less than|costs less than|costing less than|priced below|priced under|that cost less than|which cost less than|come in under|comes in under|charges less than|charging less than|price under|price below|goes below|falls below|drops below|drops under|falls under|dips below|undercut|undercuts|undercutting|beats on price|that undercut|gets below|stays below|stay below|staying below|staying under|keep under|keep it under|keep it below|stay under|stays under|remain under|remain below|under|below|less than|lower than|fewer than|<|smaller than|beneath|cheaper than|not reaching|south of|short of|shorter than|sub",
  "cmp:max":
    "at or below|is at most|stays at or below|at most|<=|≤|no more than|not more than|up to|within|max|maximum|not over|not above|no higher than|no greater than|not exceeding|upto|at or below|at or under|at or beneath|equal to or less than|equal to or below|capped at|ceiling of|ceiling|not to exceed|cap of|limit of|=<|doesn't exceed|does not exceed|not higher than|no dearer than|must not exceed|tops out at|max of|no larger than|no bigger than|not exceed|stay within|under or equal to",
  "cmp:over":
    "is over|is above|are over|are above|is more than|goes over|and over|and above|but over|but above|cost more than|costs more than|costing more than|priced above|priced over|charges more than|goes past|goes over|goes above|crosses|rises above|goes beyond|gets past|passes|climbs above|drops above|over|above|more than|greater than|higher than|>|exceeding|exceeds|exceed|larger than|bigger than|beyond|north of|past|longer than|upwards of",
  "cmp:min":
    "hits|hit|reaches|reach|at or above|is at least|at least|>=|≥|no less than|not less than|at or above|at or over|equal to or more than|equal to or above|minimum|min|not under|not below|no lower than|a minimum of|=>|no smaller than|not fewer than|no fewer than|starting at|minimum of|min of|not lower than|at the least|no shorter than|at minimum",
  "cmp:equal": "exactly|==|=|equal to|precisely|equals|only exactly|exact",
  "cmpPost:max":
    "or less|or under|or below|or cheaper|or lower|max|tops|at most|or fewer|maximum|and under|and below|or smaller|and down|at the most|ceiling|limit|cap|or shorter|and less|hard cap",
  "cmpPost:min":
    "or more|or above|or over|or higher|+|and up|or greater|or larger|or bigger|plus|or longer|min|minimum|at least|and above|or better|upwards|and more|and over|or up|and higher",
  "than:":
    "alternative to|alternatives to|replacement for|substitute for|as|than|compared to|compared with|relative to|vs than|then",
  "rel:cheaper":
    "better priced|better value|cheaper|less expensive|lower priced|lower price|cheaper price|costs less|cost less|less pricey|cheaper in price|lower cost|undercut|undercuts|beats on price|less costly|lower|less",
  "rel:dearer":
    "more expensive|pricier|costlier|dearer|costs more|cost more|more costly|higher priced|higher price|expensiver|more pricey|more|higher",
  "rel:notDearer":
    "at most as expensive|at most as pricey|not pricier|no more costly|costs no more|at or below the price of|as cheap or cheaper|the same price or cheaper|same price or less|no more expensive|not more expensive|no pricier|not pricier|no dearer|not dearer|at least as cheap|as cheap|no costlier|as cheap or cheaper|isn't pricier|doesn't cost more|not cost more|don't cost more|doesn't cost any more|no more",
  "rel:notCheaper": "no cheaper|not cheaper|at least as expensive|as expensive",
  "rel:longer":
    "longer context|more context|bigger context|larger context|longer window|bigger window|larger window|bigger ctx|more ctx|larger ctx|longer ctx|wider context|greater context|longer|bigger|larger|wider",
  "rel:shorter": "shorter context|less context|smaller context|smaller window|shorter|smaller",
  "rel:atLeastContext":
    "the same or bigger context|the same or larger context|the same or longer context|the same or more context|same or bigger context|same or larger context|same or longer context|same or more context|equal or bigger context|equal or larger context|equal or longer context|as big a context|as large a context|at least as much context|as much context|at least the context|the same context or more|as long a context|at least the same context",
  "rel:newer": "newer|more recent|younger|later",
  "rel:older": "older|earlier",
  "half:": "half the price of|half of|half the cost of|half as expensive as|half what",
  "not:pre":
    "neither input nor output|neither output nor input|neither side|neither price|neither in nor out|nothing|none|nobody|leave|not|no|non|without|w/o|excluding|exclude|except|except for|excl|other than|anything but|everything but|but not|but no|minus|skip|leave out|isn't|isnt|aren't|arent|don't|dont|doesn't|doesnt|ignore|drop|remove|never|nothing from|none of|not from|not by|not on|not via|nothing by|omit|apart from|besides|aside from|bar|sans|lacking|neither|nor|all but|hide|avoid|can't|cannot|cant|anyone but|anybody but|not including|forget|filter out|take out|kick out|exclude all|nothing with|nothing on|rather than|instead of|not counting|not the|wo|lose|ditch|discard|no more|nothing that starts with|nothing starting with|that's not|thats not|who isn't|won't|not a|not an",
  "not:post":
    "off|disabled|turned off|switched off|is out|ruled out|disqualified|excluded|aside|not included|don't count|do not count|doesn't count|not wanted|excepted|omitted|left out|not allowed|are out|need not apply",
  "only:": "only|just|solely|exclusively|nothing but|nothing else|strictly",
  "sup:price:asc":
    "for the least money|for the least|for least|for the lowest|for the smallest price|at the best rate|at the lowest rate|at the lowest price|cheapest of each|cheapest of every|cheapest in each|cheapest one of each|cheapest from each|cheapest from every|cheapest each|cheapest|least expensive|most affordable|lowest price|lowest priced|lowest cost|cheapest price|most economical|best price|lowest pricing|least pricey|best priced|cheap|budget friendly|most cost effective|best value|best deal|cheapo|lowest prices|cheapest cost|most budget friendly|bargain|least costly|cheapest one|rock bottom|cheapest per token|affordable|cheap and cheerful|best bang for the buck|best bang for my buck|thriftiest|on the cheap|cheapst|cheepest|cheapest first",
  "sup:price:desc":
    "priciest|most expensive|dearest|costliest|most costly|highest price|highest priced|most pricey|highest cost|expensive|expensivest|fanciest",
  "sup::asc": "lowest|least|smallest|fewest|minimal|shortest",
  "sup::desc": "highest|biggest|largest|most|greatest|longest|maximal|widest|deepest|steepest",
  "sup:released:desc":
    "newest first|latest first|most recent first|new to old|newest to oldest|newest on top|newest at the top|newest|latest|most recent|most recently released|freshest|recent",
  "sup:released:asc": "oldest first|old to new|oldest to newest|earliest first|oldest|earliest|first released",
  "sup:context:desc":
    "longest first|longest to shortest|longest context first|biggest context first|largest context first|reads the most|read the most|takes the most tokens|takes the most text|fits the most text|holds the most text|most input tokens at once|longest context|most context|biggest context|largest context|longest ctx|biggest window|largest window|longest window|biggest ctx|largest ctx|most ctx|widest context|biggest context window|largest context window|longest context window",
  "sup:max_output:desc":
    "writes the most|write the most|outputs the most|longest output first|biggest output first|longest output|biggest output|largest output|most output|longest answers|longest answer|longest outputs|longest response|most output tokens|biggest max output|largest max output|highest max output|writes the longest|biggest single answer|longest replies",
  "sup:tokens:desc":
    "most input tokens|most output tokens|the most input tokens|the most output tokens|most tokens|most bang|gets me the most tokens|most tokens for|the most tokens",
  "sup:change:desc":
    "biggest drop|biggest cut|biggest price cut|biggest price drop|largest drop|largest cut|biggest change|biggest move|biggest increase|biggest price change|steepest cut|steepest drop|dropped the most|fell the most|biggest mover|biggest movers|largest price cut|largest price drop|moved the most|biggest price move|biggest hike|biggest price increase|rose the most|biggest drops|biggest cuts|biggest moves|biggest changes|changed the most|cut the most|dropped most|fell most|biggest rise|largest increase",
  "sup:cache_ratio:asc":
    "best cache discount|biggest cache discount|largest cache discount|deepest cache discount|best discount on cached input|best caching discount|lowest cache ratio|lowest cache read to input ratio|biggest discount on cached input|biggest discount for cache hits|biggest caching discount|steepest cache discount|highest cache discount|best cache read discount|biggest cached input discount|best cached input discount|biggest discount for cached input",
  "sup:knowledge:desc":
    "newest knowledge|latest knowledge|most recent knowledge|most recent knowledge cutoff|latest knowledge cutoff|newest knowledge cutoff|latest cutoff|newest cutoff|most recent cutoff|freshest knowledge|most up to date knowledge|latest training data|newest training data|freshest training data|most up to date|most recent training data|most current knowledge|freshest cutoff",
  "sup:second": "runner up",
  "by:":
    "by|sorted by|ranked by|sort by|order by|ordered by|rank by|going by|in order of|ranking by|based on|judged by|measured by|in terms of|sorted on|sorting by|rank on|sorted|sort|ranked|rank|order|ordered|ranking|ranked on|sort on|leaderboard|leader board",
  "order:asc":
    "from cheapest to dearest|cheapest to dearest|cheapest to costliest|from cheap to dear|cheapest first|ascending|asc|low to high|lowest first|from cheapest|from low to high|smallest first|oldest first|cheap first|cheap to expensive|from cheap to expensive|cheapest to priciest|cheapest on top|lowest to highest|cheapest at the top|cheapest to most expensive|up from the cheapest|cheapest up",
  "order:desc":
    "descending|desc|high to low|highest first|biggest first|largest first|newest first|most expensive first|longest first|latest first|priciest first|most first|from high to low|expensive first|highest to lowest|dearest first|largest to smallest|longest to shortest|new to old|biggest to smallest|most recent first",
  "top:": "top|first|best",
  "group:lab":
    "cheapest of each|cheapest of every|cheapest in each|cheapest one of each|cheapest from each|cheapest from every|cheapest each|from each of|one from each of|for each of|each from|one each from|one from each|respectively|each lab|per lab|by lab|for each lab|every lab|per vendor|each vendor|by vendor|per company|each company|by company|for every lab|for each vendor|for each company|each maker|per maker|one per lab|one per vendor|from each lab|of each lab|group by lab|grouped by lab|every vendor|every company|lab by lab|of every lab|from every lab|across labs|vendor by vendor|each of the labs|one per company|from each vendor|from each company|each brand|per brand|each of the big labs|for each family|per family|each model maker|for every vendor",
  "group:provider":
    "each provider|per provider|by provider|for each provider|every provider|per host|each host|by host|for each host|every host|from each provider|of each provider|group by provider|grouped by provider|on each provider|on each host|per platform|each platform|every platform|for every provider|at each provider|one per provider|provider by provider|each cloud|per cloud",
  "group:origin":
    "each country|per country|by country|chinese and overseas each|by origin|per origin|each origin|per region|each region|chinese and western each|each side of the pacific|one chinese one western|for each country|grouped by country|group by origin|by region",
  "origin:cn":
    "chinese|china|from china|domestic|chinese labs|chinese model|made in china|chinese made|chinese ones|prc|cn|chinese lab|chinese vendor|chinese company|chinese vendors|chinese companies",
  "origin:overseas":
    "non chinese|overseas|foreign|western|outside china|not chinese|international|no chinese|not from china|non-cn|nonchinese|from outside china|abroad|except chinese|excluding chinese|not made in china|no china|anything but chinese",
  "origin:us":
    "american|us based|us made|u.s.|us labs|us models|made in the us|from the us|us lab|us only|us companies|us vendors|us model|us-only|us vendor|us company|usa|america|us ones|from america|american labs|from us labs|american model|american companies",
  "status:deprecated": "deprecated|deprecation|obsolete|legacy|sunsetted|phased out",
  "status:retired":
    "retired|discontinued|shut down|shutdown|dead models|killed|pulled|no longer available|no longer sold|taken down|sunset|removed|dead",
  "status:current":
    "current|still available|in service|active|live|currently available|currently sold|still sold|generally available|ga|still for sale|available now|currently on sale",
  "status:all":
    "retired or not|deprecated or not|dead or not|whether retired or not|active or retired|retired or active|current and retired|both current and retired|retired and current|including deprecated|deprecated too|include deprecated|including retired|retired too|even deprecated|even retired|deprecated included|retired included|old ones too|dead or alive|include retired|incl deprecated|incl retired|deprecated ones too|retired ones too|including deprecated ones|including retired ones|including discontinued|include deprecated ones|include retired ones|deprecated ones included|retired ones included|also deprecated|also retired|deprecated or not|even discontinued|even the retired ones|even the deprecated ones|including the retired ones|including the deprecated ones|discontinued too|discontinued included",
  "offers:official":
    "official|first party|official api|from the lab itself|lab's own api|own api|native api|direct from the lab|officially|lab direct|direct api|first party api|straight from the lab|directly from the lab|original api|official price",
  "offers:hosted":
    "third party|third party host|third party hosts|hosted|hosts|host|resellers|reseller|third parties|inference provider|inference providers|third party provider|third party providers|hosting|hoster|other hosts|3rd party|3rd party hosts",
  "offers:any":
    "any provider|all providers|anywhere|any host|across all providers|across providers|any source|across all hosts|wherever|all hosts|from any provider|any platform|aggregators included|including aggregators|whole market|regardless of provider|regardless of host|all platforms|on any provider|every provider out there|everywhere|no matter who hosts it|any vendor|including resellers|across every provider|no matter the provider|no matter where|from anyone|all the hosts|from any host|on any host|on any platform|all sources|across every host",
  "preview:":
    "preview|previews|preview models|preview versions|preview releases|beta|betas|experimental|preview version|preview release|preview ones|exp|previews or betas|beta versions|experimental ones",
  "stable:": "stable|stable only|stable releases|production ready|ga only",
  "starts:":
    "starting with|starts with|beginning with|whose name starts with|named|with names starting with|names starting with|prefixed|prefix|name starts with|name begins with|start with|that start with|that starts with|whose names start with|whose names begin with|begins with|begin with|called",
  "noun:model":
    "model|llm|llms|ones|api|apis|language model|large language model|thing|options|option|choice|choices|candidates|candidate|row|rows|results|result|entries|entry|picks|contenders|model|endpoints|models|alternatives|alternative|items|recommendations|suggestions",
  "noun:provider":
    "every provider|every host|every platform|provider|host|platform|hoster|seller|inference host|clouds|cloud|providers|hosts|platforms|reseller|cloud provider",
  "noun:lab":
    "every lab|every vendor|every company|all labs|all vendors|lab|vendor|company|companies|maker|labs|vendors|makers|model makers|model maker|brand|brands|developers of models",
} as const;
