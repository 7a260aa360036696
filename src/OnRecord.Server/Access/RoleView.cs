using OnRecord.Ledger.Users;

namespace OnRecord.Server.Access;

/// <summary>Roles as they are shown.</summary>
internal static class RoleView
{
    public static string WordOf(Role role) => role switch
    {
        Role.Reader => "reader",
        Role.Reviewer => "reviewer",
        _ => "administrator",
    };
}
