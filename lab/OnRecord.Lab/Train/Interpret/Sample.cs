using OnRecord.Interpret.Classify;

namespace OnRecord.Lab.Train.Interpret;

/// <summary>A sentence ready to be learned from.</summary>
/// <param name="View">What the classifiers see.</param>
/// <param name="Features">Its hashed features.</param>
/// <param name="Label">Its label.</param>
/// <param name="Group">What it must not be parted from.</param>
internal sealed record Sample(SentenceView View, uint[] Features, int Label, string Group);
