using System.CommandLine;
using System.Globalization;

namespace WalkBuddyBot.Terminal.Preview;

/// <summary>An option that is a whole number within bounds; a mistake is told with them.</summary>
internal static class Number
{
    public static Option<int?> Option(string name, string description, int least, int most) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            var text = result.Tokens is [var token] ? token.Value : "";
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }

            result.AddError($"{name} '{text}' is not allowed. Use a number from {Plain(least)} to {Plain(most)}.");
            return null;
        },
    };

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
