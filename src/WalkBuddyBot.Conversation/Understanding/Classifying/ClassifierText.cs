using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Classifying;

/// <summary>A message as the classifier reads it, when it learns and when it is asked.</summary>
internal static class ClassifierText
{
    /// <summary>The mended words, in order, with a question mark where one stood.</summary>
    public static string Of(Message message) =>
        string.Join(' ', message.Tokens.Where(token => token.Kind != TokenKind.Mark || token.IsMark('?')).Select(token => token.Text));
}
