using System.Text.RegularExpressions;

namespace WalkBuddyBot.Conversation.Understanding.Several;

/// <summary>What is said beside a wish and asks for nothing: "walked 20 min and it felt great" is "walked 20 min".</summary>
internal static partial class Remark
{
    /// <summary>The words before it; null where there is none.</summary>
    public static string? Without(Message message)
    {
        var found = Last().Match(message.Folded);
        return found is { Success: true, Index: > 0 } && !message.IsAsked ? message.Folded[..found.Index] : null;
    }

    [GeneratedRegex(
        @"(?:[,.!;]|\s(?:and|but|so|-))+\s*(?:and|but|so)?\s*(?:it|that|i|what|the weather)(?: a|'m| am)?\s?"
            + @"(?:was|is|felt|feels|feel|am|enjoyed|loved|liked|did|lovely|nice|good|great)\b[^?0-9]{0,60}$",
        RegexOptions.NonBacktracking)]
    private static partial Regex Last();
}
