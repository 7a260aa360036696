namespace OnRecord.Interpret.Threads;

/// <summary>A report of a pledge with the words of its measure and of its deed, as they are compared.</summary>
internal readonly record struct WordedPledge(PledgeStep Step, Wording Measure, Wording Action);
