namespace WalkBuddyBot.Storage;

/// <summary>Who opens the memory.</summary>
public enum StorageUse
{
    /// <summary>The service: it alone holds the lock and may bring the schema up to date.</summary>
    Service,

    /// <summary>A terminal command, which may run beside the service and leaves the schema as it is.</summary>
    Command,
}
