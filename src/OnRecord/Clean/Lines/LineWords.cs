using System.Text.RegularExpressions;

namespace OnRecord.Clean.Lines;

/// <summary>What a line is by the words it leads with or is made of, whatever stands around it.</summary>
internal static partial class LineWords
{
    private const int Limit = 60_000;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>The kind of furniture its words make it; null where they do not.</summary>
    internal static FurnitureKind? KindOf(string line)
    {
        if (line.Length > LineShape.LongestFurniture)
            return null;
        return Advertisement.IsMatch(line) ? FurnitureKind.Advertisement
            : ReadMoreLead.IsMatch(line) || ReadMoreShout.IsMatch(line) || ReadMoreInvitation.IsMatch(line) ? FurnitureKind.ReadMore
            : ShareWords.IsMatch(line) || ShareInvitation.IsMatch(line) ? FurnitureKind.Share
            : Follow.IsMatch(line) || Subscribe.IsMatch(line) || Bulletin.IsMatch(line) ? FurnitureKind.Follow
            : Legal.IsMatch(line) || Disclaimer.IsMatch(line) ? FurnitureKind.Legal
            : CreditLead.IsMatch(line) || CreditOfAgency.IsMatch(line) || CreditBySlash.IsMatch(line) || AgencyAlone.IsMatch(line) || Desk.IsMatch(line) ? FurnitureKind.Credit
            : CaptionLead.IsMatch(line) || CaptionTail.IsMatch(line) ? FurnitureKind.Caption
            : Tags.IsMatch(line) || Breadcrumbs.IsMatch(line) || PageWalk.IsMatch(line) ? FurnitureKind.Navigation
            : null;
    }

    /// <summary>The kind of a text's first line: a flag that sends the reader elsewhere further down flags a headline there.</summary>
    internal static FurnitureKind? KindOfFirst(string line) => KindOf(line) is { } kind && !(kind == FurnitureKind.ReadMore && HeadlineFlag.IsMatch(line)) ? kind : null;

    /// <summary>Whether the line announces a list of other stories, so that the headlines right below it are theirs.</summary>
    internal static bool AnnouncesStories(string line) => line.Length < 60 && StoryList.IsMatch(line);

    [GeneratedRegex(@"^\W*((advertisements?|advertising|sponsored( content| by .{2,40})?|promoted( content)?|paid (content|post)|ad)|(story|article|report) continues (below|after)\b.{0,40}|(scroll|keep reading|continue reading|swipe)( down)?( to continue| the main story| below)?( reading)?|skip (ad|advertisement|past newsletter promotion))\W*$", Options, Limit)]
    private static partial Regex Advertisement { get; }

    [GeneratedRegex(@"^\W{0,3}(read (more|also|next|now|on|this|full story|the full story)|also read|see also|see more|see (related|full)( \w+)?|more( on this( story)?| from [\w' ]{2,30}| coverage| stories)?|related( (stor(y|ies)|articles?|news|content|coverage|topics?|posts?|reading|links?))?|must[- ]read|watch( now| live| more| this| also| the video| video)?|listen( now| to this| to)?|don['’]?t miss|recommended( for you| reading| stories)?|you may (also )?(like|be interested in)|further reading|in (other|related) news|editor['’]?s['’]? (choice|pick)s?|most (read|popular|viewed|shared)|trending( now)?|top stories|latest( news)?|up next|next up|explore more|in pictures|in video|photo gallery|gallery)\s*(:|[-–—|>»→]\s|[:»→>]*$).{0,250}", Options, Limit)]
    private static partial Regex ReadMoreLead { get; }

    [GeneratedRegex(@"^\W{0,3}(watch|listen|must[- ](read|see|watch)|trending|latest|in pictures|in video|see)\b.{20}", Options, Limit)]
    private static partial Regex HeadlineFlag { get; }

    // Only in capitals: "Read more books" begins a sentence, "READ MORE Ministers meet" a link.
    [GeneratedRegex(@"^\W{0,3}(READ MORE|READ ALSO|ALSO READ|READ NEXT|SEE ALSO|RELATED|WATCH|MORE|DON['’]T MISS)\b\W{0,3}(?=.*\p{Ll})\s*\p{Lu}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Limit)]
    private static partial Regex ReadMoreShout { get; }

    [GeneratedRegex(@"^\W{0,3}((click|tap) here\b.{0,120}|(read|see|watch|view|get) (more|all|the (full|rest|whole|entire|original|latest))\b[^“""]{0,110}\b(here|stories|story|article|coverage|below|page|website|site|newsletter)|(for )?more (stories|news|coverage|information)\b[^“""]{0,80}\b(here|visit|click|see)\b.{0,60}|(watch|listen to|view) (the )?(full )?(video|clip|interview|podcast|gallery|slideshow|report)s?( above| below| here)?( courtesy of [\w ]{2,40})?)\W*$", Options, Limit)]
    private static partial Regex ReadMoreInvitation { get; }

    [GeneratedRegex(@"^\W*((share( (this|on|via|with|article|story))*|tweet( this)?|retweet|pin( it)?|e-?mail( this)?|print|save|comments?|discuss|reply|like|copy( link)?|link|link copied|bookmark|listen|facebook|twitter|x|whatsapp|linked ?in|reddit|telegram|pinterest|messenger|tumblr|flipboard|instagram|youtube|threads|bluesky|mastodon|view|show|load|add|post|no|all|more|[\d.,]+k?|via|on|to|and|this|article|story)\b\W*){1,14}$(?<=.*(share|tweet|pin|mail|print|comment|discuss|facebook|twitter|whatsapp|linked ?in|reddit|telegram|instagram|youtube|copy|bookmark|flipboard|pinterest).*)", Options, Limit)]
    private static partial Regex ShareWords { get; }

    [GeneratedRegex(@"^\W{0,3}(share this (article|story|post|page|video|news|on|via|with)\b[^“""]{0,80}|share (your|the|with)\b[^“""]{0,80}\b(friends|facebook|twitter|thoughts|views?|opinion|below)|join (the|our) (discussion|conversation|debate)\b.{0,60}|(leave|post|write|add|view|read|show|see|hide|load) (a |an |your |all |more |the )?(\d+ )?(comments?|repl(y|ies))\b.{0,40}|(what do you think|have your say|tell us what you think|let us know)\b.{0,100}\b(comments?|below|us|poll|section)|(sign|log) in to (comment|reply|leave)\b.{0,60}|comments (are )?(closed|off|disabled)\b.{0,60})\W*$", Options, Limit)]
    private static partial Regex ShareInvitation { get; }

    [GeneratedRegex(@"^\W{0,3}(?!\w+ (up|out|in|suit|the (?-i:\p{Ll})))((please )?(follow|like|join|find|connect with|add)\b[^“""]{0,120}(?<=\b(us|our|@\w{1,30}|feeds?|newsletter|channel|page|twitter|facebook|instagram|telegram|youtube|tiktok|linkedin|whatsapp|google news|google|social media|app|live blog|more)\b.{0,60}))\W*$", Options, Limit)]
    private static partial Regex Follow { get; }

    [GeneratedRegex(@"^\W{0,3}((please )?(subscribe|register|sign[- ]up|signup)\W*$|(please )?(subscribe|register|sign[- ]?up)\b( (here|now|today|free))?( (to|for|and|with|by|using|at|on)\b)[^“""]{0,200}|(already )?a subscriber\?.{0,60}|already (a member|subscribed|registered)\b.{0,60}|(download|get|install) (the|our)\b[^“""]{0,60}\b(app|newsletter|newsletters|briefing|alerts|headlines|inbox)\b.{0,60}|get [^“""]{0,120}\b(in|to) your inbox\b.{0,60}|(thank you|thanks) for (subscribing|signing up|reading)\b.{0,80})$", Options, Limit)]
    private static partial Regex Subscribe { get; }

    [GeneratedRegex(@"^\W{0,3}[^“""]{0,80}\b((daily|weekly|free|morning|evening|email|e-mail) (newsletters?|briefing|bulletin|digest|updates)|newsletters?)[^\w.]*$(?<!(said|says|told|wrote)\b.*)", Options, Limit)]
    private static partial Regex Bulletin { get; }

    [GeneratedRegex(@"^\W{0,3}(copyright\b|©|\(c\)\s).*\b(reserved|copyright|inc|ltd|llc|corporation|company|gmbh|plc|rights|network|publishing)\b.{0,120}$|^\W{0,3}copyright\b.{0,160}$|^.{0,120}\ball rights reserved\b.{0,160}$", Options, Limit)]
    private static partial Regex Legal { get; }

    [GeneratedRegex(@"^\W{0,3}(the (views|opinions)( and opinions)? (expressed|of the (author|writer))\b.{0,250}|this (article|story|column|material|report|post|content|interview|transcript|commentary)\b.{0,60}\b(was originally published|originally appeared|first appeared|was first published|may not be (published|reproduced|republished)|has been (updated|corrected|amended|edited for)|was (updated|corrected|amended|produced by|syndicated)|is (reproduced|republished)|was edited)\b.{0,200}|(reproduced|republished|reprinted) (with|by) permission\b.{0,120}|(terms of (use|service)|privacy (policy|notice)|cookie (policy|settings|preferences)|do not sell my (personal )?information|terms (and|&) conditions|contact us|about us|report (an|this) (error|ad)|got a (news )?tip\b.{0,80}))\W*$", Options, Limit)]
    private static partial Regex Disclaimer { get; }

    [GeneratedRegex(@"^[\W_]{0,3}((file |main |cover |lead |header |feature[d]? |stock |handout |ap |afp |reuters |pool )?(photo(graph)?|image|picture|pic|video|graphic|illustration|cartoon|map|chart|screen ?shot|artwork|footage)s?( (credits?|courtesy( of)?|sources?|by|via|provided by|from))\b|(photo(graph)?|image|picture|pic|illustration|graphic|video)s?\s*[:/©]|(photo|image|picture) ?credit\b|credits?\s*:|photographer\s*:|courtesy( of)?\s*:?|source\s*:\s*[\w .,/&'’-]{2,40}$|getty images\b|©).{0,160}$", Options, Limit)]
    private static partial Regex CreditLead { get; }

    [GeneratedRegex(@"^\W{0,3}" + Agencies + @"\s?(photos?|images?|file|file photo|pool|handout)?\s?[/|]\s?[\p{L}\d .,'’/&()-]{2,80}$|^\W{0,3}" + Agencies + @" (photo|image|graphic|video)s?\b.{0,80}$", Options, Limit)]
    private static partial Regex CreditOfAgency { get; }

    [GeneratedRegex(@"^\W{0,3}[\p{L}\d .,'’&-]{2,60}(\s?[/|]\s?|\s[–—-]\s)" + Agencies + @"( (images?|photos?|file|pool|news))?[\p{L} ./]{0,20}\W*$", Options, Limit)]
    private static partial Regex CreditBySlash { get; }

    [GeneratedRegex(@"^\W{0,3}(by |from |source:? |via )?(the )?" + Agencies + @"( (news )?agency| news| staff| reports?)?( (and|with|/) .{2,30})?[^\w:]*$", Options, Limit)]
    private static partial Regex AgencyAlone { get; }

    [GeneratedRegex(@"^\W{0,3}((additional )?(reporting|writing|editing|compiled|translated|written|edited|research|production)( and (additional )?(reporting|writing|editing))? by\b.{2,250}|.{2,60}\bcontributed (reporting|to this (report|story|article))\b.{0,120}|with (files|reporting|material) from\b.{2,120}|.{2,40} (is|are) (a |the )?[^.]{0,60}\b(reporter|correspondent|columnist)s? (for|at|with|covering)\b[^.]{2,100})\W*$", Options, Limit)]
    private static partial Regex Desk { get; }

    [GeneratedRegex(@"^\W{0,3}(caption|(file|handout|pool|undated|courtesy|stock|archive)( (file|handout|pool))? (photo|image|picture)s?|file)\s*[:.–—-].{0,280}$|^\W{0,3}(pictured( above| below| right| left)?\s*[:,]|(picture|photo|above|below|from left|left|right)\s*:).{0,280}$|^\W{0,3}in this (\w+[ .,]+){0,6}(file |undated |handout )?(photo|image|picture|frame|combination)\b.{0,280}$", Options, Limit)]
    private static partial Regex CaptionLead { get; }

    [GeneratedRegex(@"^[^“""]{20,}([(\[|]\s*|[.!?]\s+)(((photo(graph)?|image|picture|file photo|credit)\s?(by|credit|courtesy|courtesy of|:|/|via)|courtesy of)[^.()]{2,70}|" + Agencies + @"\s?(photos?|images?|file)?\s?/\s?[^.()]{2,60}|[\p{L} .'’-]{2,50}\s?/\s?" + Agencies + @"[\p{L} /]{0,24})[)\]]?\W*$", Options, Limit)]
    private static partial Regex CaptionTail { get; }

    [GeneratedRegex(@"^\W{0,3}((tags?|topics?|filed under|posted in|categories|category|keywords?|in this (article|story)|labels?|sections?)\s*:.{0,250}|(tags|topics|filed under)|#\w+([\s,]+#\w+)*)\W*$", Options, Limit)]
    private static partial Regex Tags { get; }

    [GeneratedRegex(@"^\W{0,2}home(page)?\s*[>»›/|→].{0,160}$|^[\p{L} &'’-]{2,40}(\s*[>»›]\s*[\p{L}\d &'’:-]{2,80}){2,8}$", Options, Limit)]
    private static partial Regex Breadcrumbs { get; }

    [GeneratedRegex(@"^\W{0,3}(back to (top|home( ?page)?|(the )?top)|skip to (main )?(content|navigation|article)|(go|return) to (top|home( ?page)?)|(next|previous|prev|older|newer) (article|story|post|page|stories|posts)|(main )?menu|home( ?page)?|search|close|log ?in|sign in|log ?out|my account|navigation|\d{1,2} min(ute)?s?( read)?|(load|show|view|see) more|page \d+ of \d+|jump to (comments|content|section)|toggle (menu|navigation))\W*$", Options, Limit)]
    private static partial Regex PageWalk { get; }

    [GeneratedRegex(@"^\W{0,3}(read (more|also|next)|also read|see also|more (on this( story)?|from [\w' ]{2,30}|coverage|stories|news|headlines)|related( (stor(y|ies)|articles?|news|content|coverage|posts?|reading|links?))?|recommended( for you| reading| stories)?|you may (also )?(like|be interested in)|further reading|in other news|editor['’]?s['’]? (choice|pick)s?|most (read|popular|viewed|shared)|trending( now)?|top stories|latest( news)?|up next|don['’]?t miss)\W*$", Options, Limit)]
    private static partial Regex StoryList { get; }

    // News and picture agencies of the world, as credits print them: their capitals tell "EPA" and "Petra" from words.
    private const string Agencies = @"(?-i:AP|A\.P\.|Associated Press|AFP|Agence France[- ]Presse|R(euters|EUTERS)|TASS|ITAR-TASS|Xinhua|Sputnik|RIA( Novosti)?|Interfax|dpa|EPA(-EFE)?|EFE|ANSA|Kyodo( News)?|Jiji|Yonhap|Bloomberg|UPI|United Press International|PA( Media| Wire)?|Press Association|Getty( Images)?|Shutterstock|AAP|CP|Canadian Press|PTI|ANI|IANS|Anadolu( Agency)?|APA|Belga|Ukrinform|Unian|BelTA|SANA|IRNA|Fars|Tasnim|MENA|WAFA|Petra|NTB|TT|Ritzau|STT|Lehtikuva|Keystone(-SDA)?|SDA|CTK|PAP|MTI|Agerpres|Tanjug|Hina|ANP|Lusa|Antara|Bernama|VNA|KCNA|CNA|Zuma( Press)?|Rex( Features)?|Alamy|iStock|NurPhoto|Sipa( USA)?|Abaca|Magnum|Corbis|WENN|Polaris|Redux|Newscom|Imago|Picture Alliance|Unsplash|Pexels|Pixabay|Wikimedia( Commons)?|Flickr)\b";
}
