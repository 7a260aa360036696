namespace OnRecord.Ledger.Chain;

// What entries hold, in the order their canonical JSON has. Ranges are arrays of numbers, half-open, in UTF-16 units:
// a document has hundreds, and names on each would be most of the ledger. A property is never renamed or moved; new
// ones go to the end, and null stands for what an older program did not record.

internal sealed record RunContent(string Program, SortedDictionary<string, string> Models, string Versions, string Started);

internal sealed record RunEndContent(long Run, string Ended, string Outcome, int Added, int Unchanged, int Failed);

internal sealed record DocumentContent(string Sha256, long Size);

internal sealed record OccurrenceContent(long Run, string Document, string Path, string? Url, string Seen);

internal sealed record FailureContent(long Run, string Path, string Code, string Message, string Seen);

internal sealed record KnowledgeContent(string Name, string Concept, string Table, int Rows, string Added);

internal sealed record EntityChangeContent(string Change, string Entity, string? Target, string Made);

internal sealed record ReadingContent(long Run, string Versions, string ResultSha256, string Path, string? Url, string Read, ResultContent Result);

// What depends on the bytes, on what was said about them and on the versions, and on nothing else: two readings of
// the same versions with the same result are one.
internal sealed record ResultContent(
    string Document,
    string Form,
    string? DeclaredCharset,
    string? GivenPublished,
    ArticleContent? Article,
    int[][]? Sentences,
    EntityContent[] Entities,
    AttributionContent[] Attributions,
    FailureContentInside[] Failures,
    TimeContent[]? Times = null,
    QuantityContent[]? Quantities = null,
    InferredDateContent[]? InferredDates = null,
    ClaimContent[]? Claims = null,
    PledgeContent[]? Pledges = null,
    AllegationContent[]? Allegations = null,
    EventContent[]? Events = null,
    PledgeContent[]? PledgeChanges = null);

internal sealed record ArticleContent(
    string Charset,
    TextContent Text,
    string? Title,
    string? Byline,
    string? Publisher,
    string? Published,
    string? Language,
    FurnitureContent[] Furniture);

// Of: "original" where the text is the archived original decoded with the article's charset; "utf-8" or "utf-16"
// where it is archived by itself in that encoding, under Archived. Sha256 is of the text in UTF-16, low byte first.
internal sealed record TextContent(string Of, string? Archived, string Sha256, int Length);

internal sealed record FurnitureContent(int Start, int Stop, string Kind);

internal sealed record EntityContent(
    string Id,
    string Name,
    string Type,
    MentionContent[] Mentions,
    string? Wikidata = null,
    string? Knowledge = null,
    string[]? Members = null);

internal sealed record MentionContent(int Start, int Stop, string Form);

internal sealed record AttributionContent(
    string Id,
    string Kind,
    int[][] Source,
    int[][] Cue,
    int[][] Content,
    double Confidence,
    string? Continues,
    string? Inside,
    string? Speaker,
    string? Unresolved,
    string? Role = null,
    string? OnBehalfOf = null,
    string? Addressee = null,
    string? Venue = null,
    string? When = null,
    string? SourceDescription = null,
    string? Act = null);

internal sealed record FailureContentInside(string Path, string Code, string Message);

internal sealed record TimeContent(
    int[] Span,
    string Type,
    string Value,
    string Modifier,
    string Bound,
    string? Begins,
    string? Ends,
    string? Zone,
    string? Frequency,
    string? Offset,
    int[]? CountsFrom,
    int[]? Clause,
    string? Unresolved,
    string[] Readings);

internal sealed record QuantityContent(
    int[] Span,
    string Kind,
    decimal? Value,
    decimal? Upper,
    string Unit,
    bool IsUnitAssumed,
    string Comparison,
    string Change,
    string Sense,
    string? Per,
    int[]? Of,
    int[]? Period,
    string Status,
    int[]? Clause,
    string? Unresolved,
    int[]? Subject = null,
    int[]? Predicate = null);

internal sealed record InferredDateContent(string Value, string Ground, int[][] Evidence);

internal sealed record ClaimContent(string Id, int[] Span, string? Attribution, string Kind, double Checkworthy);

internal sealed record PledgeContent(
    string Id,
    int[] Span,
    string? Attribution,
    string[] Pledgers,
    int[]? PledgerWords,
    bool BindsMembers,
    int[] Action,
    int[]? Measure,
    string? Comparison,
    decimal? Target,
    string? Unit,
    string Change,
    bool IsDifference,
    int[]? Baseline,
    string? Deadline,
    int[]? DeadlineWords,
    int[]? Condition,
    double Specific,
    string[] Gaps,
    string? Move = null);

internal sealed record AllegationContent(
    string Id,
    int[] Span,
    string? Attribution,
    string? By,
    int[]? ByWords,
    string? Against,
    int[]? AgainstWords,
    string? Subject,
    string Stance,
    string? RepliesTo,
    string? Unjoined);

internal sealed record EventContent(string Id, int[] Span, string Code, string? Mode, string Actor, string Recipient, string? When, double Confidence);
