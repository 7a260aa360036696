namespace OnRecord.Interpret;

/// <summary>Where a pledge stands before its frame is filled. Numbers are tokens.</summary>
/// <param name="At">The predicate that binds: "pledged", or "will" before what is to be done.</param>
/// <param name="Pledger">The head of the words for who pledges; -1 where none stand there.</param>
/// <param name="Doer">The head of the words for who is to do it; the same as the pledger, or its country.</param>
/// <param name="Action">The predicate or noun of what is to be done.</param>
/// <param name="First">The first token of what is to be done.</param>
/// <param name="End">The token after the last.</param>
/// <param name="Attribution">The attribution it stands in; null where the article reports it itself.</param>
/// <param name="IsExplicit">Whether a word of binding says that it is a pledge.</param>
internal sealed record PledgeDraft(int At, int Pledger, int Doer, int Action, int First, int End, string? Attribution, bool IsExplicit);
