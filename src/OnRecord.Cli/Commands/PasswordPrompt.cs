using System.Text;
using OnRecord.Language;

namespace OnRecord.Cli.Commands;

/// <summary>Asks for a password: at a terminal twice and without showing it, else it is the first line of standard input. Never an argument, which other users of the machine could see.</summary>
internal static class PasswordPrompt
{
    /// <exception cref="OnRecordException">OR7006: two different passwords were typed.</exception>
    public static string Ask(CommandContext context)
    {
        if (!context.IsInputTerminal)
        {
            using var input = new StreamReader(context.Input, new UTF8Encoding(false), leaveOpen: true);
            return input.ReadLine() ?? "";
        }
        var password = Typed(context, "Password: ");
        return Typed(context, "The same again: ") == password ? password : throw new OnRecordException(DiagnosticCodes.UserRefused, "The two passwords differ. Run the command again.");
    }

    private static string Typed(CommandContext context, string prompt)
    {
        context.Error.Write(prompt);
        var password = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace) password.Length = Math.Max(0, password.Length - 1);
            else if (!char.IsControl(key.KeyChar)) password.Append(key.KeyChar);
        }
        context.Error.WriteLine();
        return password.ToString();
    }
}
