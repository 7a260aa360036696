namespace OnRecord;

/// <summary>What comes of holding a claim or a pledge against figures. docs/reference/checks.md says when each is given.</summary>
public enum FindingVerdict
{
    /// <summary>A claim: the figures say the same, within the claim's own precision.</summary>
    Agrees,

    /// <summary>A claim: the figures say something else.</summary>
    Disagrees,

    /// <summary>A claim: the figures do not settle it.</summary>
    CannotTell,

    /// <summary>A pledge: its day is still to come, and its figure is not reached.</summary>
    NotYetDue,

    /// <summary>A pledge: its day is still to come, and the figure lies on the straight way to it, or beyond.</summary>
    OnCourse,

    /// <summary>A pledge: the figure is reached.</summary>
    Met,

    /// <summary>A pledge: its day has passed, and the figure was not reached.</summary>
    Missed,

    /// <summary>A pledge of several: its day has passed, and some reached the figure.</summary>
    Partly,

    /// <summary>A pledge: there is nothing to measure it by.</summary>
    NotMeasurable,
}
