namespace WalkBuddyBot.Conversation.Understanding.Classifying.Files;

/// <summary>A model file cannot be used. The message names the file and what to do.</summary>
internal sealed class ModelException(string message, Exception? inner = null) : Exception(message, inner);
