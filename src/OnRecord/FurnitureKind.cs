namespace OnRecord;

/// <summary>The kinds of furniture.</summary>
public enum FurnitureKind
{
    /// <summary>A photo or agency credit.</summary>
    Credit,

    /// <summary>Another story's headline that stands alone between paragraphs.</summary>
    RelatedHeadline,

    /// <summary>A line that sends the reader to another story.</summary>
    ReadMore,

    /// <summary>A line that asks to share or discuss.</summary>
    Share,

    /// <summary>A line that asks to follow or subscribe.</summary>
    Follow,

    /// <summary>A caption under a picture.</summary>
    Caption,

    /// <summary>An advertisement or its label.</summary>
    Advertisement,

    /// <summary>Menus, breadcrumbs, tag lists and the like.</summary>
    Navigation,

    /// <summary>Copyright lines, disclaimers, corrections of the house.</summary>
    Legal,
}
