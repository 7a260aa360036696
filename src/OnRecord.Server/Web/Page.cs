namespace OnRecord.Server.Web;

/// <summary>One page before it is framed.</summary>
internal sealed class Page
{
    /// <summary>What the browser's tab says.</summary>
    public required string Title { get; init; }

    /// <summary>The content.</summary>
    public required Html Body { get; init; }

    /// <summary>What stands in the head beside what every page has, such as the address of a feed.</summary>
    public Html Head { get; init; }

    /// <summary>The status to answer with.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;
}
