using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using WalkBuddyBot.Conversation.Understanding.Measuring;

namespace WalkBuddyBot.Terminal.Evaluate;

/// <summary>A line that was not understood as it says: text, expected, got.</summary>
internal static class WrongLines
{
    private static readonly JsonSerializerOptions Form = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Words(Measured wrong)
    {
        var slots = wrong.Slots.Where(slot => !slot.Right).Select(slot => $"{slot.Name}: {slot.Expected ?? "none"}, got {slot.Got ?? "none"}");
        string[] parts = wrong.Right ? [.. slots] : [$"{wrong.Example.Label}, got {wrong.Label} ({wrong.Score:0.00})", .. slots];
        return $"{Place(wrong)}: \"{wrong.Example.Text}\": expected {string.Join("; ", parts)}{(wrong.SilentlyWrong ? " [silent]" : "")}";
    }

    private static string Place(Measured wrong) =>
        wrong.Example.File is { } file ? $"{Path.GetFileName(file)}:{wrong.Example.Line}" : $"line {wrong.Example.Line}";

    public static string Json(Measured wrong) => JsonSerializer.Serialize(
        new
        {
            wrong.Example.File,
            wrong.Example.Line,
            wrong.Example.Text,
            Expected = wrong.Example.Label,
            Got = wrong.Label,
            Score = Math.Round(wrong.Score, 4),
            wrong.Nearest,
            Slots = wrong.Slots.Where(slot => !slot.Right).Select(slot => new { slot.Name, slot.Expected, slot.Got }),
            wrong.SilentlyWrong,
        },
        Form);
}
