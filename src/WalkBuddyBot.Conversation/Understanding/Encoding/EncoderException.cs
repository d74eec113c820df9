namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>The encoder's files are not what they should be; the message names the file and says what to do.</summary>
public sealed class EncoderException(string file, string wrong, Exception? inner = null)
    : Exception($"The sentence encoder cannot be loaded: {file} {wrong}. Build the service again to bring its files anew.", inner);
