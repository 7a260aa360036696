using System.Collections.Frozen;

namespace OnRecord.Clean.Lines;

/// <summary>What a line looks like, whatever it says.</summary>
internal readonly struct LineShape
{
    // Lines above this are paragraphs whatever their other marks.
    internal const int LongestFurniture = 300;

    // Words that a headline in title case leaves in small letters.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SmallWords = Set(
    [
        "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "and", "or", "but", "nor", "as", "with", "from", "over", "into", "after", "amid", "than", "that", "via", "vs", "vs.", "up", "off", "out",
        "be", "is", "are", "it", "its", "not", "if", "so", "yet", "per", "about", "against", "before", "between", "under", "upon", "without", "through", "during", "de", "la", "le", "von", "van", "der", "al",
    ]);

    // What makes a headline a clause: a sub-heading names its subject, another story's headline tells what happened.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ClauseWords = Set(
    [
        "accuse", "agree", "aim", "announce", "appoint", "approve", "arrest", "arrive", "ask", "back", "ban", "blame", "block", "call", "cancel", "claim", "condemn", "confirm", "consider", "criticise", "criticize", "cut", "decide",
        "declare", "defend", "demand", "denounce", "deny", "deploy", "dismiss", "discuss", "expect", "expel", "face", "fear", "find", "give", "hail", "hint", "hit", "hold", "impose", "insist", "join", "kill", "launch", "lead", "leave",
        "lose", "make", "meet", "move", "need", "offer", "open", "order", "pass", "plan", "pledge", "praise", "prepare", "promise", "propose", "push", "put", "quit", "raise", "react", "refuse", "reject", "release", "resign", "respond",
        "resume", "return", "reveal", "say", "see", "seek", "send", "set", "show", "sign", "slam", "speak", "start", "step", "stop", "strike", "suspend", "take", "talk", "tell", "threaten", "tout", "try", "turn", "unveil", "urge", "visit",
        "vote", "vow", "want", "warn", "win", "withdraw", "withhold", "weigh", "wait", "stand", "stay", "stir", "spark", "break", "bring", "build", "get", "go", "hand", "keep", "let", "look", "mull", "pay", "rule", "run", "shut",
    ]);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Auxiliaries = Set(
        ["will", "would", "can", "could", "may", "might", "must", "should", "has", "have", "had", "is", "are", "was", "were", "says", "said", "won't", "won’t", "can't", "can’t", "isn't", "isn’t"]);

    private LineShape(int words, bool isTitleCase, bool endsSentence, bool hasSourceTail, bool isClause, bool isName, bool asks)
        => (Words, IsTitleCase, EndsSentence, HasSourceTail, IsClause, IsName, Asks) = (words, isTitleCase, endsSentence, hasSourceTail, isClause, isName, asks);

    /// <summary>How many words it has.</summary>
    internal int Words { get; }

    /// <summary>Whether its words of weight begin with capitals: "Moscow Warns of Countermeasures".</summary>
    internal bool IsTitleCase { get; }

    /// <summary>Whether it ends as a sentence or a lead-in does.</summary>
    internal bool EndsSentence { get; }

    /// <summary>Whether it ends as headlines name who says so: "… - Minister".</summary>
    internal bool HasSourceTail { get; }

    /// <summary>Whether it tells what happened, rather than name a subject.</summary>
    internal bool IsClause { get; }

    /// <summary>Whether it is a name and nothing else, four words at most.</summary>
    internal bool IsName { get; }

    /// <summary>Whether it begins as a question or a list's heading does: "What the Treaty Says".</summary>
    internal bool Asks { get; }

    /// <summary>Whether it reads as running text.</summary>
    internal bool IsProse => EndsSentence && Words >= 4 || Words > 30;

    internal static bool OpensQuotation(char c) => c is '"' or '\u201C' or '\u201E' or '\u00AB' or '\u2018' or '\'';

    internal static bool ClosesQuotation(char c) => c is '"' or '\u201D' or '\u00BB' or '\u2019' or '\'' or '\u201C';

    internal static LineShape Of(ReadOnlySpan<char> line)
    {
        var last = line.TrimEnd("\"”’')]»* \u00A0");
        var endsSentence = last.Length > 0 && last[^1] is '.' or '!' or '?' or ':' or ';' or ',' or '\u2026' or '\u3002';
        if (line.Length > LongestFurniture)
            return new LineShape(line.Length / 6, false, endsSentence, false, false, false, false);

        int words = 0, weighty = 0, capital = 0, verbs = 0;
        var asks = false;
        var isAfterTo = false;
        Span<char> small = stackalloc char[LongestFurniture];
        foreach (var range in line.SplitAny(' ', '\u00A0', '\t'))
        {
            var word = line[range].Trim("\"“”‘’'()[]«»,;:.!?");
            if (word.Length == 0 || !char.IsLetterOrDigit(word[0]))
                continue;
            words++;
            ReadOnlySpan<char> lower = small[..word.ToLowerInvariant(small)];
            if (words == 1)
                asks = lower is "what" or "why" or "how" or "who" or "when" or "where" or "which" or "the";
            if (char.IsLetter(word[0]) && !SmallWords.Contains(lower))
            {
                weighty++;
                if (char.IsUpper(word[0]))
                    capital++;
            }
            if (words > 1 && (Auxiliaries.Contains(lower) || IsVerb(lower) || isAfterTo && ClauseWords.Contains(lower)))
                verbs++;
            isAfterTo = lower is "to";
        }
        var titleCase = weighty >= 2 && capital * 5 >= weighty * 4;
        var isName = words is >= 1 and <= 4 && weighty > 0 && capital == weighty && !endsSentence;
        return new LineShape(words, titleCase, endsSentence, HasTail(line), verbs > 0, isName, asks);
    }

    private static bool IsVerb(ReadOnlySpan<char> word) =>
        word.EndsWith('s') && (ClauseWords.Contains(word[..^1]) || word.EndsWith("es") && ClauseWords.Contains(word[..^2]) || word.EndsWith("ies") && ClauseWords.Contains(string.Concat(word[..^3], "y")));

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string[] words) => words.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static bool HasTail(ReadOnlySpan<char> line)
    {
        for (var i = line.Length - 3; i > 0; i--)
        {
            if (line[i] is not ('-' or '\u2013' or '\u2014' or '|') || !char.IsWhiteSpace(line[i - 1]) || !char.IsWhiteSpace(line[i + 1]))
                continue;
            var tail = line[(i + 2)..];
            return tail.Length is >= 2 and <= 45 && char.IsUpper(tail[0]) && tail.Count(' ') <= 4 && !tail.ContainsAnyInRange('0', '9') && line[..i].Count(' ') >= 3;
        }
        return false;
    }
}
