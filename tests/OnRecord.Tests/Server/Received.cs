namespace OnRecord.Tests.Server;

/// <summary>A message that a receiver of a webhook got.</summary>
internal sealed record Received(string Id, string Timestamp, string Signature, string Body);
