using System.Text.Json;

namespace WalkBuddyBot.BotFramework.Messages;

/// <summary>
/// What the channel was answered, as text beside the inbox row, so that a repeat gets the same status, body and replies.
/// </summary>
public static class KeptAnswer
{
    /// <summary>The text to keep; null for a plain 200.</summary>
    public static string? Write(InboundAnswer answer) => answer is { Status: 200, Body: null, Replies.Count: 0 }
        ? null
        : JsonSerializer.Serialize(new KeptAnswerText(answer.Status, answer.Body, answer.Replies), KeptAnswerJson.Default.KeptAnswerText);

    /// <summary>The first answer again. Rows of the first version hold the replies alone.</summary>
    public static InboundAnswer Read(string? kept)
    {
        if (kept is null)
        {
            return InboundAnswer.Ok;
        }

        if (kept.StartsWith('['))
        {
            return InboundAnswer.Ok with { Replies = JsonSerializer.Deserialize(kept, KeptAnswerJson.Default.IReadOnlyListBotActivity) ?? [] };
        }

        var text = JsonSerializer.Deserialize(kept, KeptAnswerJson.Default.KeptAnswerText);
        return text is null ? InboundAnswer.Ok : new InboundAnswer(text.Status, text.Body, text.Replies ?? []);
    }
}
