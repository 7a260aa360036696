using System.Security.Cryptography;
using System.Text;
using OnRecord.Language;

namespace OnRecord.Ledger.Users;

/// <summary>Passwords as they are kept: PBKDF2 with HMAC-SHA-256, the count that OWASP's password storage cheat sheet asks for in 2025, and a salt for each.</summary>
internal static class Password
{
    /// <summary>The count that new passwords are kept with. An older one keeps its own until it is changed.</summary>
    public const int Iterations = 600_000;

    private const int SaltLength = 16;
    private const int HashLength = 32;

    // NIST SP 800-63B-4 asks for length and for nothing else; a bound keeps a megabyte from being hashed.
    private const int Shortest = 12;
    private const int Longest = 200;

    /// <exception cref="OnRecordException">OR7006: it is too short or too long.</exception>
    public static void Check(string password)
    {
        if (password.Length is < Shortest or > Longest)
            throw new OnRecordException(DiagnosticCodes.UserRefused, $"The password has {(password.Length < Shortest ? "fewer than 12" : "more than 200")} characters. Take one of 12 to 200, best several words.");
    }

    public static byte[] Salt() => RandomNumberGenerator.GetBytes(SaltLength);

    public static byte[] Hash(string password, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password.Length > Longest ? password[..Longest] : password), salt, iterations, HashAlgorithmName.SHA256, HashLength);
}
