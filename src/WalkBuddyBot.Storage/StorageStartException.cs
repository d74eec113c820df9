namespace WalkBuddyBot.Storage;

/// <summary>The memory cannot be opened. The message is one sentence for the person who starts the service and says what to do.</summary>
public sealed class StorageStartException : Exception
{
    /// <summary>Without words.</summary>
    public StorageStartException()
    {
    }

    /// <summary>With words for the person who starts the service.</summary>
    public StorageStartException(string message)
        : base(message)
    {
    }

    /// <summary>With words for the person who starts the service and the cause.</summary>
    public StorageStartException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
