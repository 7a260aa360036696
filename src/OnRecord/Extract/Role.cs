namespace OnRecord.Extract;

/// <summary>The part a token has in an attribution, with where each part begins.</summary>
internal enum Role : byte
{
    None,
    SourceBegins,
    SourceGoesOn,
    CueBegins,
    CueGoesOn,
    ContentBegins,
    ContentGoesOn,
}
