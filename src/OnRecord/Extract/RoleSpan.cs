namespace OnRecord.Extract;

/// <summary>A run of tokens with one part: its role is that of its first token.</summary>
internal readonly record struct RoleSpan(Role Role, int First, int End, float Confidence)
{
    public const int Roles = 7;

    /// <summary>The spans that a sequence of roles spells out.</summary>
    public static void Collect(ReadOnlySpan<byte> roles, ReadOnlySpan<float> confidence, int offset, List<RoleSpan> spans)
    {
        for (var i = 0; i < roles.Length;)
        {
            var role = (Role)roles[i];
            if (role == Role.None)
            {
                i++;
                continue;
            }
            var goesOn = GoesOn(role);
            var end = i + 1;
            var sum = confidence[i];
            while (end < roles.Length && (Role)roles[end] == goesOn) sum += confidence[end++];
            // A part that the sequence enters in the middle begins there all the same.
            var begins = role == goesOn ? goesOn - 1 : role;
            spans.Add(new RoleSpan(begins, offset + i, offset + end, sum / (end - i)));
            i = end;
        }
    }

    private static Role GoesOn(Role role) => role switch
    {
        Role.SourceBegins or Role.SourceGoesOn => Role.SourceGoesOn,
        Role.CueBegins or Role.CueGoesOn => Role.CueGoesOn,
        _ => Role.ContentGoesOn,
    };
}
