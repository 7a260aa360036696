using OnRecord.Language.ModelFiles;

namespace OnRecord.Server;

/// <summary>What a server is started with. Immutable.</summary>
public sealed class ServerOptions
{
    /// <summary>Where it listens unless something else is said: this machine alone.</summary>
    public const string DefaultAddress = "http://127.0.0.1:5080";

    /// <summary>The ledger's file; it is made where it is missing.</summary>
    public required string Ledger { get; init; }

    /// <summary>The addresses to listen at, such as <see cref="DefaultAddress"/>; port 0 takes a free one.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [DefaultAddress];

    /// <summary>
    /// The address by which browsers reach the server, such as <c>https://record.example.org</c>, where a proxy stands before
    /// it; null where there is none. With it everybody has to sign in, and only its host is answered.
    /// </summary>
    public Uri? Site { get; init; }

    /// <summary>Whether webhooks may lead to this machine, and over plain http then. Only where this machine alone is served: users of others would reach through it what they cannot reach themselves.</summary>
    public bool HasLocalWebhooks { get; init; }

    /// <summary>The weights that articles are read with.</summary>
    public required ModelSet Models { get; init; }

    /// <summary>The version of the program, as runs record it.</summary>
    public required string Program { get; init; }

    /// <summary>Whether everybody has to sign in: where others than this machine reach the server.</summary>
    public bool HasSignIn => Site is not null || !Addresses.All(Binding.IsLoopback);

    /// <summary>Who decides in review, while only this machine is served: the user of the machine.</summary>
    public required string User { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }
}
