using System.Collections.Frozen;
using OnRecord.Ledger;

namespace OnRecord.Server.Search;

/// <summary>
/// What the standing readings of the ledger say in numbers, as of one entry: who speaks how often, which outlets quote whom,
/// and the columns that a search filters by. Immutable but for what it remembers of searches.
/// </summary>
internal sealed class Catalogue
{
    private readonly Func<string, int?> indexOf;
    private IReadOnlyList<Actor>? mostQuoted;

    /// <summary>Puts it together.</summary>
    /// <param name="indexOf">The index of the actor of a key or a name; null for none. It may know actors that came later.</param>
    public Catalogue(Func<string, int?> indexOf) => this.indexOf = indexOf;

    /// <summary>The last entry of the ledger when it was made.</summary>
    public required long Head { get; init; }

    public required long Documents { get; init; }

    public required long Statements { get; init; }

    /// <summary>Statements without a speaker.</summary>
    public required long Unresolved { get; init; }

    public required Columns Columns { get; init; }

    /// <summary>Everybody who speaks, by index.</summary>
    public required IReadOnlyList<Actor> Actors { get; init; }

    /// <summary>Every outlet, by index.</summary>
    public required IReadOnlyList<Outlet> Outlets { get; init; }

    /// <summary>What was decided, by the number of the statement.</summary>
    public required FrozenDictionary<int, DecidedStatement> Decided { get; init; }

    /// <summary>What searches found lately.</summary>
    public Remembered Remembered { get; } = new();

    /// <summary>Everybody who speaks, the most quoted first.</summary>
    public IReadOnlyList<Actor> MostQuoted =>
        mostQuoted ??= [.. Actors.Where(a => a.Statements > 0).OrderByDescending(a => a.Statements).ThenBy(a => a.Name, StringComparer.Ordinal).ThenBy(a => a.Key, StringComparer.Ordinal)];

    /// <summary>The actor of a key, or else of a name that documents use; null for none.</summary>
    public Actor? Actor(string keyOrName) => indexOf(keyOrName) is { } index && index < Actors.Count ? Actors[index] : null;

    public Outlet? Outlet(string name) => Outlets.FirstOrDefault(o => o.Name == name);
}
