namespace OnRecord.Extract;

/// <summary>A run of tokens with one part: its role is that of its first token, its confidence the mean probability of its tokens having that part.</summary>
internal readonly record struct RoleSpan(Role Role, int First, int End, float Confidence)
{
    public const int Roles = 7;
}
