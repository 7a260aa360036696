namespace OnRecord.Tests.Conventions;

/// <summary>That one type of a built assembly uses another, in a signature, a body or an attribute.</summary>
/// <param name="FromNamespace">The namespace of the outermost type that uses.</param>
/// <param name="FromType">Its name.</param>
/// <param name="ToAssembly">The assembly that the used type stands in.</param>
/// <param name="ToNamespace">The namespace of the outermost type that is used.</param>
/// <param name="ToType">Its name.</param>
internal sealed record TypeUse(string FromNamespace, string FromType, string ToAssembly, string ToNamespace, string ToType);
