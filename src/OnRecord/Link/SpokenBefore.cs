using OnRecord.Language.Text;

namespace OnRecord.Link;

/// <summary>Who spoke last.</summary>
/// <param name="Speaker">The speaker.</param>
/// <param name="Source">Where it is named.</param>
/// <param name="Content">What it said.</param>
/// <param name="End">Where the statement ends, with what goes on from it.</param>
internal readonly record struct SpokenBefore(LocalEntity Speaker, TextSpan Source, IReadOnlyList<TextSpan> Content, int End);
