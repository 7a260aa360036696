using OnRecord.Ledger.Users;

namespace OnRecord.Server.Access;

/// <summary>Who asks. Immutable.</summary>
/// <param name="Name">The name, which stands at every decision.</param>
/// <param name="Role">What the caller may do.</param>
/// <param name="IsSignedIn">Whether there is a session that can be ended: not for programs with a token, and not on a machine that serves itself.</param>
internal sealed record Caller(string Name, Role Role, bool IsSignedIn)
{
    /// <summary>Who asks for this answer. The gate has let them in, so there is somebody.</summary>
    public static Caller Of(HttpContext context) => (Caller)context.Items[typeof(Caller)]!;

    public void Enter(HttpContext context) => context.Items[typeof(Caller)] = this;
}
