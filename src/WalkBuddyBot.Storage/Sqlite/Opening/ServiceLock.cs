namespace WalkBuddyBot.Storage.Sqlite.Opening;

/// <summary>A file beside the database, held open for the life of the service: the system lets go of it however the process ends.</summary>
internal static class ServiceLock
{
    private const int WouldBlockLinux = 11;
    private const int WouldBlockMac = 35;
    private const int SharingViolationWindows = unchecked((int)0x80070020);

    /// <exception cref="StorageStartException">Another service has it, or the folder cannot be written.</exception>
    public static FileStream Take(string database)
    {
        try
        {
            return new FileStream(database + ".lock", PrivateFile.Options(FileMode.OpenOrCreate));
        }
        catch (IOException error) when (error.HResult is WouldBlockLinux or WouldBlockMac or SharingViolationWindows)
        {
            throw new StorageStartException(
                $"The database {database} is in use by another WalkBuddyBot; stop that one first, or give this one a file of "
                + "its own.", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StorageStartException(
                $"The folder of the database {database} cannot be written ({error.Message}); give the service's user write "
                + "access to it.", error);
        }
    }
}
