namespace WalkBuddyBot.BotFramework;

/// <summary>The memory cannot be reached just now. Answered with 503 and Retry-After; nothing was half done.</summary>
public sealed class StoreUnavailableException : Exception
{
    /// <summary>Without words.</summary>
    public StoreUnavailableException()
    {
    }

    /// <summary>With words for the log.</summary>
    public StoreUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>With words for the log and the cause.</summary>
    public StoreUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
