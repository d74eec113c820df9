using System.Text.Json;

namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>The whole words among the pieces that the encoder knows: common English, spelt right.</summary>
internal static class EncoderWords
{
    private const char Begins = '\u2581';

    public static IReadOnlyList<string> Load(string folder)
    {
        using var json = JsonDocument.Parse(EncoderFile.Read(Path.Combine(folder, "vocab.json")));
        return [.. json.RootElement.EnumerateArray().Select(entry => entry[0].GetString()!).Where(IsWord).Select(piece => piece[1..])];
    }

    private static bool IsWord(string piece) => piece.Length > 1 && piece[0] == Begins
        && piece.AsSpan(1).IndexOfAnyExceptInRange('a', 'z') < 0;
}
